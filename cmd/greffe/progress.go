package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// A progress shows how far work has come, on a terminal, once it has taken
// longer than a second.
type progress struct {
	a       *app
	started time.Time
	bar     *progressbar.ProgressBar
}

func (a *app) progress() *progress { return &progress{a: a, started: time.Now()} }

func (p *progress) set(done, total int) {
	if p.bar == nil {
		if p.a.flags.quiet || !onTerminal(p.a.stderr) || time.Since(p.started) < time.Second {
			return
		}
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.a.stderr),
			progressbar.OptionSetDescription(p.a.words.Say("command.making")),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetPredictTime(false),
		)
	}
	_ = p.bar.Set(done)
}

func (p *progress) finish() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
