# make test runs everything: vet, formatting, unit, golden, command and browser tests.
.PHONY: build test update bench fuzz tools clean

build:
	go run . build

test: tools
	@test -z "$$(gofmt -l main.go generator)" || { echo "gofmt would change:"; gofmt -l main.go generator; exit 1; }
	go vet ./...
	go test -timeout 30m ./...

# Writes golden files and the docs that are made from the code anew.
update:
	MENTORBOOK_UPDATE=1 go test ./...

bench:
	go test -run '^$$' -bench . -benchmem ./generator/...

# Each fuzz target for a short time: make fuzz TIME=1m
TIME ?= 10s
fuzz:
	@for package in $$(go list ./generator/...); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "$$package $$target"; go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(TIME) -fuzzminimizetime 10x $$package || exit 1; \
	  done; \
	done

# What the tests need besides Go: a browser, PDF tools, an HTML checker.
tools:
	@sh .ci/tools

clean:
	rm -rf public/* private .mentorbook .ci/node_modules
