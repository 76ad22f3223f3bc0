# make demo   the whole service with phones side by side on a page
# make test   every test
# Both install what is missing and say so.
SHELL := /bin/bash
BIN := bin/reportback
ADDR ?= 127.0.0.1:8080

.PHONY: faults demo test test-browser test-race lint bench build fuzz postgres redis

build:
	go build -o $(BIN) ./cmd/reportback

demo: postgres build
	./$(BIN) demo --addr $(ADDR)

test: postgres redis
	go test -count=1 -parallel 5 -timeout 12m $(TESTFLAGS) $$(go list ./... | grep -v /e2e/faults)

# The race detector, in the tests and in the binary that the end-to-end tests drive.
test-race: postgres redis
	RACE=1 go test -race -count=1 -timeout 14m $$(go list ./... | grep -v /e2e/faults)

lint:
	go vet ./...
	go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run

bench: postgres
	go test -run '^$$' -bench . -benchmem ./internal/...

# Two webs and two workers, broken in every way: the table says what was lost, doubled or out of order. FAULTS_TEXTS=10000 is the long run.
faults: postgres redis
	go test -count=1 -v -timeout 60m ./internal/e2e/faults

# Thirty seconds for each fuzz target.
fuzz:
	@for p in $$(go list ./...); do for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz'); do echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f$$" -fuzztime 30s -fuzzminimizetime 10x $$p || exit 1; done; done

postgres:
	@.ci/need postgres

redis:
	@.ci/need redis

# The staff's page in a real browser, which waits half of the time.
test-browser: postgres
	.ci/need browser
	go test -count=1 -timeout 10m -tags browser $(TESTFLAGS) ./internal/e2e/browser
