package serve

import (
	"net"
	"net/http"
	"sync"
)

// mostConnections is far above what browsers open, and below what a process may.
const mostConnections = 256

// A crowd is the connections that are open. When one too many comes, the one
// that has been still for longest gives its place: whoever comes to ask is
// answered, however many came to stay. A stream that loses its place comes back
// by itself, and misses nothing.
type crowd struct {
	most  int
	mutex sync.Mutex
	told  uint64
	still map[net.Conn]uint64 // since which telling
}

// tell takes note that a connection came, went, asks or was answered.
func (c *crowd) tell(connection net.Conn, state http.ConnState) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if state == http.StateClosed || state == http.StateHijacked {
		delete(c.still, connection)
		return
	}
	c.told++
	_, known := c.still[connection]
	if !known && state != http.StateNew {
		return // it has given its place already
	}
	c.still[connection] = c.told
	if len(c.still) > c.most {
		c.dismiss()
	}
}

// dismiss hangs up on the connection that has been still for longest.
func (c *crowd) dismiss() {
	var oldest net.Conn
	for connection, since := range c.still {
		if oldest == nil || since < c.still[oldest] {
			oldest = connection
		}
	}
	delete(c.still, oldest)
	_ = oldest.Close()
}
