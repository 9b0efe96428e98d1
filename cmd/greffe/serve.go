package main

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/diagnostic"
	"greffe/generator/serve"
	"greffe/generator/site"
	"greffe/generator/watch"
)

func (a *app) serveCommand() *cobra.Command {
	var o serving
	command := &cobra.Command{
		Use: "serve", Short: a.words.Say("command.serve.short"), Example: indent(a.words.Say("command.serve.example")),
		RunE: func(command *cobra.Command, _ []string) error { return a.serve(command.Context(), o) },
	}
	f := command.Flags()
	f.IntVar(&o.port, "port", 8080, a.words.Say("command.flag.port"))
	f.BoolVar(&o.drafts, "drafts", false, a.words.Say("command.flag.drafts"))
	f.BoolVar(&o.poll, "poll", false, a.words.Say("command.flag.poll"))
	f.StringVar(&o.editor, "editor", "vscode", a.words.Say("command.flag.editor"))
	return command
}

// serving are the flags of a preview.
type serving struct {
	port         int
	drafts, poll bool
	editor       string
}

// serve shows the site until it is interrupted, which is how it is meant to
// end.
func (a *app) serve(ctx context.Context, o serving) error {
	if o.port < 0 || o.port > 65535 {
		return a.use("command.use.bad-port", "value", o.port)
	}
	editor, err := a.editor(o.editor)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := serve.Listen(o.port)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := "http://" + listener.Addr().String()
	if a.flags.baseURL == "" {
		a.flags.baseURL = address // links stay in the preview
	}
	desk, err := a.openDesk(func(g *generator.Generator) { g.Preview = true })
	if err != nil {
		return err
	}
	stopProfile, err := a.profile()
	if err != nil {
		return err
	}
	defer stopProfile()
	changes, err := desk.changes(ctx, o.poll)
	if err != nil {
		return err
	}

	var all diagnostic.Findings
	var last error
	server := &serve.Server{
		Words: a.words, Shown: a.shown, Base: pathOf(a.flags.baseURL), Editor: editor, Drafts: o.drafts,
		Source: func(file string) ([]byte, error) { return fs.ReadFile(desk.content, file) },
		Load: func() (*site.Site, diagnostic.Findings, error) {
			s, found, err := desk.site()
			all, last = found, err
			return s, found, a.explained(err)
		},
		WithDrafts: func() func() (*site.Site, error) {
			if desk.generator == nil {
				return nil
			}
			return desk.generator.WithDrafts()
		},
	}
	server.Refresh()
	desk.report(all)
	if last != nil && !errors.Is(last, generator.ErrContent) {
		return last
	}
	a.tell("command.serve.ready", "address", address+pathOf(a.flags.baseURL)+"/")
	done := make(chan struct{})
	go func() {
		defer close(done)
		desk.follow(changes, func(change *watch.Change) {
			if change != nil {
				desk.take(*change)
			}
			server.Refresh()
			desk.report(all) // after the page, which somebody waits for
			switch {
			case change == nil:
			case last == nil:
				a.tell("command.serve.changed", "files", desk.named(*change))
			case !errors.Is(last, generator.ErrContent):
				a.fail(last)
			}
		})
	}()
	err = server.Run(ctx, listener)
	stop()
	<-done
	if err != nil {
		return err
	}
	a.tell("command.serve.stopped")
	return nil
}

// explained is an error as the terminal would put it, for the browser.
func (a *app) explained(err error) error {
	if err == nil || errors.Is(err, generator.ErrContent) {
		return err
	}
	var text strings.Builder
	aside := *a
	aside.stderr = &text
	aside.fail(err)
	return errors.New(strings.TrimSpace(text.String()))
}

// pathOf is the path of an address, without a slash at its end: where the
// site's own addresses begin.
func pathOf(address string) string {
	parsed, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimRight(parsed.EscapedPath(), "/")
}
