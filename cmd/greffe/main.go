// Command greffe makes a consultative council's website and open data from a
// folder of Markdown files.
//
//	greffe build    make the site
//	greffe serve    show it while you write
//	greffe watch    make it again at each change
//	greffe check    say what is wrong with the content
//	greffe status   tell the secretary what is late, due and to come
//	greffe diff     tell what a change of the content means
//	greffe new      write a document to be filled in, or members from a table
//	greffe init     start a council's folder from one of five structures
//	greffe schema   write JSON Schemas for text editors, or the web form of /admin/
//
// Here flags come in and exit codes go out; everything else is in package
// generator. Results go to standard output, messages to standard error, in
// French unless the environment's language is English.
package main

import (
	"io"
	"os"
	_ "time/tzdata" // Windows has no time zones of its own
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its world as parameters, so that a test can call it.
func run(args []string, stdout, stderr io.Writer) int {
	app, err := newApp(args, stdout, stderr)
	if err != nil {
		_, _ = io.WriteString(stderr, err.Error()+"\n")
		return exitMachine
	}
	command := app.command()
	command.SetArgs(args)
	command.SetOut(stdout)
	command.SetErr(stderr)
	if err := command.Execute(); err != nil {
		return app.fail(err)
	}
	return exitDone
}
