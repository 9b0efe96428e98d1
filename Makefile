# greffe: `go run ./cmd/greffe serve` shows the demonstration council,
# `make test` runs every test there is.

GO       ?= go
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null)
FUZZTIME ?= 5m
# What is asked for is what is compiled: go.mod is never changed on the way.
export GOFLAGS += -mod=readonly
# A binary is made of its source and its version, and of nothing about where.
BUILD    := CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -ldflags '-s -w -X main.version=$(VERSION)'
# Folders of validators, each beside the tests that drive them.
CHECKERS := $(patsubst %/package-lock.json,%,$(wildcard */*/testdata/checkers/package-lock.json */*/*/testdata/checkers/package-lock.json))

.PHONY: test quick tools lint vulnerabilities fuzz bench dist sbom licences reproducible update clean

# Everything: what a change must pass.
test: tools lint vulnerabilities
	@echo "the quick tests, with whatever races in them; what is timed or weighed is not tested here, but below"
	$(GO) test -race -short -timeout 40m ./...
	@echo "all tests"
	$(GO) test -timeout 60m -tags full ./...
	@$(MAKE) --no-print-directory fuzz FUZZTIME=10000x

# What runs without a network or a browser, in a minute or two.
quick:
	$(GO) test ./...

# What the full tests drive: a browser, Java, Apache and small tools from Debian,
# validators from npm by their lockfile. A test that lacks one of them fails.
tools: $(CHECKERS:%=%/node_modules/.package-lock.json)
	@./cmd/greffe/testdata/checkers/debian.sh

%/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund

lint:
	@test -z "$$(gofmt -l cmd generator layouts static)" || { gofmt -l cmd generator layouts static; exit 1; }
	@for os in linux darwin windows; do echo "go vet ($$os)"; GOOS=$$os $(GO) vet ./... || exit 1; done
	$(GO) vet -tags 'full bench' ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 -tags 'full bench' ./...

# The vulnerability database is on the network; where it cannot be reached, that
# is said and is no failure of the code.
vulnerabilities:
	$(GO) mod verify
	@$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.1.4 ./... > .govulncheck.log 2>&1; code=$$?; cat .govulncheck.log; \
	if grep -qE 'dial tcp|no such host|connection refused|403 Forbidden|i/o timeout' .govulncheck.log; then \
		echo "govulncheck: its database cannot be reached from here; nothing was checked"; code=0; fi; \
	rm -f .govulncheck.log; exit $$code

# Every fuzz target for FUZZTIME (30s, 1h, 10000x). What is found is kept beside
# the tests, in testdata/fuzz, and tried by every test from then on. A time, unlike
# a count, now and then ends in "context deadline exceeded" with nothing found:
# a race in Go's own fuzzing before 1.27 (its issue 75804). So tests give a count.
fuzz:
	@for room in $$(grep -rl --include='*_test.go' '^func Fuzz' generator | xargs -n1 dirname | sort -u); do \
		for target in $$($(GO) test -list '^Fuzz' ./$$room | grep '^Fuzz'); do \
			echo "$$room $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x ./$$room > .fuzz.log 2>&1 || { cat .fuzz.log; rm .fuzz.log; exit 1; }; \
			grep 'execs:' .fuzz.log | tail -1; \
		done; \
	done; rm -f .fuzz.log

# How long each stage takes; then whole sites of SIZES documents, RUNS times, and
# Hugo's of the same content if there is a HUGO.
SIZES    ?= 1000 10000
RUNS     ?= 3
HUGO     ?= hugo
bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...
	SIZES='$(SIZES)' RUNS='$(RUNS)' HUGO='$(HUGO)' $(GO) test -tags 'full bench' -run TestAgainstHugo -count 1 -timeout 0 -v ./cmd/greffe

# Rewrite the golden files; read their difference like code.
update:
	$(GO) test $$(grep -rl --include='*_test.go' 'flag.Bool("update"' cmd generator | xargs -n1 dirname | sed 's|^|./|' | sort -u) -update

# Binaries for people without Go, each with its checksum.
dist:
	@rm -rf dist && mkdir dist
	@for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64; do \
		os=$${target%/*} arch=$${target#*/}; name=greffe-$$os-$$arch; [ $$os = windows ] && name=$$name.exe; \
		echo $$name; GOOS=$$os GOARCH=$$arch $(BUILD) -o dist/$$name ./cmd/greffe || exit 1; \
	done
	@$(GO) run ./cmd/greffe version --licences > dist/LICENCES.txt
	@cd dist && sha256sum greffe-* > SHA256SUMS && cat SHA256SUMS

# What the binary of this system is made of, as CycloneDX.
sbom:
	@mkdir -p dist && $(BUILD) -o dist/greffe ./cmd/greffe && dist/greffe version --sbom > dist/greffe.cdx.json && rm dist/greffe && echo dist/greffe.cdx.json

# The licences that go with the binary, after a change of go.mod.
licences:
	$(GO) test -tags full ./cmd/greffe -run Licences -update

# Two builds that share nothing, from two folders, are one binary; minutes.
reproducible:
	@work=$$(mktemp -d) && trap 'chmod -R u+w "$$work"; rm -rf "$$work"' EXIT && \
	mkdir -p $$work/a $$work/elsewhere && git ls-files -co --exclude-standard -z | xargs -0 cp --parents -t $$work/a && cp -r $$work/a $$work/elsewhere/b && \
	for place in a elsewhere/b; do \
		(cd $$work/$$place && GOCACHE=$$work/cache-$${place##*/} $(BUILD) -o $$work/$${place##*/}.out ./cmd/greffe) || exit 1; \
	done && sha256sum $$work/*.out && cmp $$work/a.out $$work/b.out

clean:
	rm -rf dist public $(CHECKERS:%=%/node_modules)
