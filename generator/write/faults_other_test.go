//go:build !linux

package write

import "syscall"

// On macOS ENOTSUP means that; elsewhere there is never an exchange.
var noExchangeHere error = syscall.ENOTSUP
