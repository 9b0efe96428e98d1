# greffe: `go run ./cmd/greffe serve` shows the demonstration council,
# `make test` runs every test there is.

GO       ?= go
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null)
# Folders of validators, each beside the tests that drive them.
CHECKERS := $(patsubst %/package-lock.json,%,$(wildcard */*/testdata/checkers/package-lock.json */*/*/testdata/checkers/package-lock.json))

.PHONY: test quick tools lint vulnerabilities bench dist update clean

# Everything: what a change must pass.
test: tools lint vulnerabilities
	$(GO) test -race -timeout 30m -tags full ./...

# What runs in seconds, without a network or a browser.
quick:
	$(GO) test ./...

# What the full tests drive: a browser and Java from Debian, validators from
# npm by their lockfile. A test that lacks one of them fails.
tools: $(CHECKERS:%=%/node_modules/.package-lock.json)
	@./cmd/greffe/testdata/checkers/debian.sh

%/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund

lint:
	@test -z "$$(gofmt -l cmd generator layouts static)" || { gofmt -l cmd generator layouts static; exit 1; }
	@for os in linux darwin windows; do echo "go vet ($$os)"; GOOS=$$os $(GO) vet ./... || exit 1; done
	$(GO) vet -tags full ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags full ./...

# The vulnerability database is on the network; where it cannot be reached, that
# is said and is no failure of the code.
vulnerabilities:
	@$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ./... > .govulncheck.log 2>&1; code=$$?; cat .govulncheck.log; \
	if grep -qE 'dial tcp|no such host|connection refused|403 Forbidden|i/o timeout' .govulncheck.log; then \
		echo "govulncheck: its database cannot be reached from here; nothing was checked"; code=0; fi; \
	rm -f .govulncheck.log; exit $$code

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# Rewrite the golden files; read their difference like code.
update:
	$(GO) test ./... -update

# Binaries for people without Go, each with its checksum.
dist:
	@rm -rf dist && mkdir dist
	@for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do \
		os=$${target%/*} arch=$${target#*/}; name=greffe-$$os-$$arch; [ $$os = windows ] && name=$$name.exe; \
		echo $$name; CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags '-s -w -X main.version=$(VERSION)' -o dist/$$name ./cmd/greffe || exit 1; \
	done
	@cd dist && sha256sum greffe-* > SHA256SUMS && cat SHA256SUMS

clean:
	rm -rf dist public $(CHECKERS:%=%/node_modules)
