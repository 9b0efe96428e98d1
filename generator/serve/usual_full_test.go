//go:build full

package serve

const usualHostile, usualClients = 10_000, 1_000
