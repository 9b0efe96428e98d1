//go:build !full

package serve

// How many hostile requests are sent, and how many slow clients come: more than
// the connections that there may be.
const usualHostile, usualClients = 500, 320
