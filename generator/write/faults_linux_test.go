package write

import "syscall"

var noExchangeHere error = syscall.ENOSYS
