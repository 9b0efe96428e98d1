package write

import "os"

const syncsFiles = true

func syncFile(f *os.File) error {
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return err
	}
	return f.Sync()
}

// Windows cannot sync a folder; NTFS keeps a journal of names.
func syncAll(*os.File) error { return nil }

func syncLast(*os.File) error { return nil }
