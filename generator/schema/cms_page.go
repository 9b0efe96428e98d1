package schema

import (
	"regexp"
	"strings"

	"greffe/generator/council"
	"greffe/generator/words"
)

// Page is the page of the form, index.html, in the language of the catalogue.
func Page(c *council.Council, w *words.Catalogue) []byte {
	return []byte(`<!doctype html>
<html lang="` + w.Language + `">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="` + Policy(c) + `">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>` + w.Say("kit.cms.title") + `</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
</head>
<body>
<noscript>` + w.Say("kit.cms.noscript") + `</noscript>
<script src="start.js"></script>
<script src="sveltia-cms.js"></script>
</body>
</html>
`)
}

// Policy is the form's own security policy: its scripts from its own folder,
// and the forge. A preview shows pictures that are not saved yet (blob:).
func Policy(c *council.Council) string {
	connect := "'self' blob: data:"
	if settings := c.Settings.CMS; settings != nil {
		switch {
		case settings.APIRoot != "":
			connect += " " + origin(settings.APIRoot)
		case settings.Backend == "github":
			connect += " https://api.github.com https://www.githubstatus.com"
		case settings.Backend == "gitlab":
			connect += " https://gitlab.com https://status-api.hostedstatus.com"
		case settings.Backend == "gitea" && settings.BaseURL == "":
			connect += " https://gitea.com"
		}
		if settings.BaseURL != "" {
			connect += " " + origin(settings.BaseURL)
		}
	}
	return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: https:; font-src 'self' data:; " +
		"media-src 'self' blob:; worker-src 'self' blob:; frame-src 'self' blob:; connect-src " + connect + "; base-uri 'none'; form-action 'self'"
}

// origin is the part of an address that a policy names.
func origin(address council.URL) string {
	scheme, rest, _ := strings.Cut(string(address), "://")
	host, _, _ := strings.Cut(rest, "/")
	return strings.ReplaceAll(scheme+"://"+host, ";", "")
}

// StartScript answers from the form's own folder what it would ask of a content
// network: the words of its buttons, and whether it has a new version (no).
const StartScript = `"use strict";
(() => {
  const asked = window.fetch;
  window.fetch = (input, options) => {
    const address = typeof input === "string" ? input : input.url ?? String(input);
    if (!address.startsWith("https://unpkg.com/")) return asked(input, options);
    const words = /\/locales\/([A-Za-z-]+)\.json$/.exec(address);
    return words ? asked("locales/" + words[1] + ".json", options) : Promise.resolve(new Response("{}", { status: 404 }));
  };
})();
`

var fontAddress = regexp.MustCompile(`https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[0-9.]+/[a-z0-9-]+\.woff2`)

// OwnFonts makes the form's script take its fonts from its own folder, where it
// would ask a content network for them, and lists their names.
func OwnFonts(script []byte) (own []byte, fonts []string) {
	for _, found := range fontAddress.FindAllSubmatch(script, -1) {
		fonts = append(fonts, string(found[1]))
	}
	return fontAddress.ReplaceAll(script, []byte("fonts/$1.woff2")), fonts
}
