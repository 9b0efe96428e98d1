package write

import "os"

// syncFile is called on each file once it is written.
func (d *disk) syncFile(f *os.File, name string) error {
	if !syncsFiles {
		return nil
	}
	if err := d.try("sync", name); err != nil {
		return err
	}
	return syncFile(f)
}

// syncTree makes the staging folder, all its files and folders, last beyond a
// power cut.
func (d *disk) syncTree(folders []string) error {
	if syncsFiles {
		for _, folder := range folders {
			if err := d.syncFolder(in(d.new, folder), syncFile); err != nil {
				return err
			}
		}
	}
	return d.syncFolder(d.new, syncAll)
}

// syncParent makes the exchange last.
func (d *disk) syncParent() error { return d.syncFolder(".", syncLast) }

func (d *disk) syncFolder(name string, sync func(*os.File) error) error {
	if err := d.try("sync", name); err != nil {
		return err
	}
	f, err := d.root.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return sync(f)
}
