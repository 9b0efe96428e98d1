package check

import (
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// missingTranscript: a recording that nobody who is deaf, or in a hurry, can
// read (RGAA 4.1).
var missingTranscript = Rule{
	Name:     "missing-transcript",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		if recording := recordingOf(document); recording != nil && recording.Transcript == "" && !recording.Speechless {
			report(at(document, "recording.url"), "add-transcript", diagnostic.Args{})
		}
	},
}

// missingCaptions: a video whose words are not written on it (RGAA 4.3).
var missingCaptions = Rule{
	Name:     "missing-captions",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		if recording := recordingOf(document); recording != nil && !recording.Captions && !recording.Speechless && !isSound(string(recording.URL)) {
			report(at(document, "recording.url"), "add-captions", diagnostic.Args{})
		}
	},
}

// timeBased is the day from which recordings must be accessible: the law leaves
// out those of before (décret 2019-768, article 3).
var timeBased = council.Date{Year: 2020, Month: 9, Day: 23}

func recordingOf(document council.Documented) *council.Recording {
	session, ok := document.(*council.Session)
	if !ok || session.Recording == nil || session.Recording.URL == "" || session.Start.Before(timeBased) {
		return nil
	}
	return session.Recording
}

func isSound(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	switch strings.ToLower(path.Ext(address)) {
	case ".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac", ".aac":
		return true
	}
	return false
}
