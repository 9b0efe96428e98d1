package data

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
)

// A sortedZip writes its entries by name when it is closed: excelize hands them
// over in the order of a map. Until then it holds them compressed.
type sortedZip struct {
	to      io.Writer
	deflate *flate.Writer // one for all entries: it takes a megabyte
	entries []*zipped
	last    *zipped
}

type zipped struct {
	zip.FileHeader
	content bytes.Buffer
	deflate *flate.Writer // the archive's
	digest  uint32
	size    uint64
}

// Create starts an entry; the one before it is complete.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	if z.deflate == nil {
		var err error
		if z.deflate, err = flate.NewWriter(nil, flate.DefaultCompression); err != nil {
			return nil, err
		}
	}
	entry := &zipped{FileHeader: zip.FileHeader{Name: name, Method: zip.Deflate}, deflate: z.deflate}
	z.deflate.Reset(&entry.content)
	z.entries, z.last = append(z.entries, entry), entry
	return entry, nil
}

func (e *zipped) Write(p []byte) (int, error) {
	e.digest = crc32.Update(e.digest, crc32.IEEETable, p)
	e.size += uint64(len(p))
	return e.deflate.Write(p)
}

func (z *sortedZip) finish() error {
	if z.last == nil {
		return nil
	}
	e := z.last
	z.last = nil
	err := e.deflate.Close()
	e.CRC32, e.UncompressedSize64, e.CompressedSize64 = e.digest, e.size, uint64(e.content.Len())
	return err
}

// AddFS is part of what excelize asks for, and never called for a new workbook.
func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive.
func (z *sortedZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	slices.SortFunc(z.entries, func(a, b *zipped) int { return cmp.Compare(a.Name, b.Name) })
	archive := zip.NewWriter(z.to)
	for _, entry := range z.entries {
		w, err := archive.CreateRaw(&entry.FileHeader)
		if err != nil {
			return err
		}
		if _, err := w.Write(entry.content.Bytes()); err != nil {
			return err
		}
	}
	return archive.Close()
}
