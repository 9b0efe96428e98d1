package site

import "greffe/generator/council"

// licences are where the licences are written. For the Licence Ouverte it is
// the document itself: the address by which data.gouv.fr knows it.
var licences = map[council.Licence]string{
	"etalab-2.0":   "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
	"odbl-1.0":     "https://opendatacommons.org/licenses/odbl/1-0/",
	"cc-by-4.0":    "https://creativecommons.org/licenses/by/4.0/",
	"cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"cc0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/",
}

// LicenceIRI is the address that names a licence for programs, "" if none is
// declared: nobody grants rights in a council's name.
func LicenceIRI(licence council.Licence) string { return licences[licence] }
