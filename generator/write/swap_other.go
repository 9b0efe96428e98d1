//go:build !linux && !darwin

package write

import "os"

func exchange(*os.File, string, string) error { return errNoExchange }

func noExchange(err error) error { return err }
