# `make` lists what can be made. Every swift command has the same flags, so that nothing is built twice.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT_FLAGS := --explicit-target-dependency-import-check error
# With Swift's own libraries inside, the command runs where no Swift is, and starts in two thirds of the time.
RELEASE_FLAGS := -c release $(SWIFT_FLAGS) --static-swift-stdlib
DOSSIER := .build/release/dossier
FORMS := $(basename $(notdir $(wildcard Templates/Forms/*.yaml)))
SAMPLES := $(patsubst %/candidate.yaml,%,$(wildcard Templates/Samples/*/candidate.yaml))
DEMO := out/demo
STORY := out/story
# Papers and seals count for some time only: each sample is handed in, and its seal verified, on a day
# of its exam's year, so that the demo never grows old.
DATE := 2026-02-05
DAY_OF = $$(case $(1) in *hubei-2025*) echo 2025-02-10 ;; *) echo $(DATE) ;; esac)
JUDGE_PYTHON = $${DOSSIER_JUDGES:-$${XDG_CACHE_HOME:-$$HOME/.cache}/dossier-judges}/venv/bin/python
PREFIX ?= /usr/local
INSTALLED := $(DESTDIR)$(PREFIX)

.PHONY: help setup build release demo profiles forms test lint fuzz mutations story kills judge gallery bench qr-bench \
    fit install clean

help: ## List the targets.
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install the Debian packages that the build needs and this machine lacks.
	@.ci/setup build

build: setup ## Build for debugging.
	swift build $(SWIFT_FLAGS)

release: setup
	swift build $(RELEASE_FLAGS) --product dossier

# All tests are Swift Testing's; XCTest would only report that it ran none.
test: setup ## Run the tests.
	swift test $(SWIFT_FLAGS) --disable-xctest

lint: ## Check the form of the Swift sources and the floors of the targets.
	swift format lint --strict --recursive --parallel --configuration .swift-format Sources Tests
	.ci/imports

fuzz: setup ## Read hostile pictures, archives and PDFs under sanitizers (SECONDS_EACH=60, ONLY="zip bag").
	SECONDS_EACH=$(SECONDS_EACH) SEEDS=$(SEEDS) ONLY="$(ONLY)" .ci/fuzz
	SECONDS_EACH=$(SECONDS_EACH) .ci/fuzz_pdf

mutations: setup ## Tamper with an archive in every way and see it noticed (ALL=1 changes every byte).
	swift build $(RELEASE_FLAGS) --product MutationMatrix
	.build/release/MutationMatrix $(if $(ALL),--all)

demo: release ## Pack the sample candidates into out/demo with a key of its own, and verify them.
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@umask 077 && openssl genpkey -algorithm ed25519 -out $(DEMO)/demo-key.pem
	$(DOSSIER) key show $(DEMO)/demo-key.pem --name 示例考点 --area 43 --area 42 \
	    --from 2025-01-01 --to 2026-12-31 > $(DEMO)/trusted.json
	for sample in $(SAMPLES); do \
	    day=$(call DAY_OF,$$sample); out=$(DEMO)/$${sample##*/}; mkdir $$out; \
	    $(DOSSIER) checklist $$sample --pdf $$out/checklist.pdf --date $$day; \
	    $(DOSSIER) check $$sample --date $$day; \
	    $(DOSSIER) pack $$sample -o $$out --key $(DEMO)/demo-key.pem --date $$day; \
	    $(DOSSIER) verify $$out/*.zip --trust $(DEMO)/trusted.json --as-of $$day; \
	done
	@echo "The archives lie in $(DEMO):" && ls -l $(DEMO)/*/*.zip

forms: release ## Print every form into out/forms: blank, filled in, and to be filled in on the screen.
	@rm -rf out/forms && mkdir -p out/forms
	for form in $(FORMS); do \
	    $(DOSSIER) form render $$form -o out/forms/$$form-blank.pdf --date $(DATE) -q; \
	    $(DOSSIER) form render $$form -o out/forms/$$form-fillable.pdf --fillable --date $(DATE) -q; \
	    for filling in usual longest; do \
	        $(DOSSIER) form render $$form --data Tests/FormFillings/$$form/$$filling.json \
	            -o out/forms/$$form-$$filling.pdf --date $(DATE) -q; \
	    done; \
	done
	@ls out/forms | wc -l

profiles: release ## Pack the sample candidates in every profile into out/profiles.
	@rm -rf out/profiles && mkdir -p out/profiles
	for sample in $(SAMPLES); do for profile in screen print review; do \
	    $(DOSSIER) pack $$sample -o out/profiles/ --profile $$profile --watermark \
	        --date $(call DAY_OF,$$sample) -q; \
	done; \
	    $(DOSSIER) pack $$sample -o out/profiles/ --profile print --volume-pages 14 \
	        --date $(call DAY_OF,$$sample) -q; \
	done
	@ls out/profiles/*.zip | wc -l

story: release ## Play a case through, from its submission to its seal, in out/story.
	.ci/story $(DOSSIER) $(STORY)

kills: release ## Kill submit, import and review at random moments and see nothing lost (TIMES=45, SEED=1).
	.ci/kills.py $(DOSSIER) --times $(or $(TIMES),45) --seed $(or $(SEED),1)

judge: ## Let other people's tools judge the archives of the demo.
	@.ci/setup judge
	@[ -e $(DEMO)/trusted.json ] || $(MAKE) demo
	$(JUDGE_PYTHON) .ci/judge_schemas.py --dossier $(DOSSIER)
	$(JUDGE_PYTHON) .ci/judge_keys.py --dossier $(DOSSIER)
	.ci/judge.py $(DEMO)/*/*.zip $$(printf -- '--pdf %s ' $(DEMO)/*/checklist.pdf) \
	    --key $(DEMO)/trusted.json $(addprefix --candidate ,$(SAMPLES))
	@# The seals once more, by the published format alone, and altered ones.
	$(JUDGE_PYTHON) -B .ci/judge_seals.py $(DEMO)/*/*.zip --trust $(DEMO)/trusted.json \
	    --key $(DEMO)/demo-key.pem
	@# Without a key, with pictures of every odd kind, and twice: the same bytes.
	@rm -rf out/judge && mkdir -p out/judge
	$(JUDGE_PYTHON) .ci/odd_candidate.py $(firstword $(SAMPLES)) out/judge/odd
	for run in first second; do \
	    $(DOSSIER) pack $(SAMPLES) out/judge/odd -o out/judge/$$run --allow-findings --date $(DATE) -q; \
	done
	for archive in out/judge/first/*.zip; do cmp $$archive out/judge/second/$${archive##*/}; done
	.ci/judge.py out/judge/first/*.zip
	@# Every profile, in one volume and in several.
	$(MAKE) profiles
	.ci/judge.py out/profiles/*.zip
	@# All of them in one print job: the same pages once more.
	$(JUDGE_PYTHON) -B .ci/judge_print.py --dossier $(DOSSIER) --date $(DATE) \
	    $(DEMO)/*/*.zip out/judge/first/*.zip
	@# Copies for outside eyes: what they hide is gone.
	for sample in $(SAMPLES); do \
	    $(JUDGE_PYTHON) -B .ci/judge_masked.py --dossier $(DOSSIER) \
	        --date $(call DAY_OF,$$sample) $$sample; \
	done
	@# The same odd pictures, mended.
	rm -rf out/judge/repaired && cp -r out/judge/odd out/judge/repaired
	$(JUDGE_PYTHON) .ci/judge_repairs.py --dossier $(DOSSIER) --date $(DATE) out/judge/repaired
	mkdir -p out/judge/mended
	$(DOSSIER) pack out/judge/repaired -o out/judge/mended/ --allow-findings --date $(DATE) -q
	.ci/judge.py out/judge/mended/*.zip
	for archive in $(DEMO)/*/*.zip; do \
	    .ci/tamper.py $$archive --dossier $(DOSSIER) --trust $(DEMO)/trusted.json \
	        --as-of $(call DAY_OF,$$archive); \
	done
	$(JUDGE_PYTHON) .ci/judge_hostile.py --dossier $(DOSSIER)
	@# Every form, and two of them filled in by programs that are not ours.
	$(MAKE) forms
	.ci/judge.py $$(printf -- '--pdf %s ' out/forms/*.pdf)
	$(JUDGE_PYTHON) .ci/judge_forms.py out/forms
	$(JUDGE_PYTHON) .ci/judge_fields.py out/forms/practice-proof-fillable.pdf \
	    out/forms/speciality-application-fillable.pdf
	swift build $(RELEASE_FLAGS) --product FormBenchmark
	.build/release/FormBenchmark fillings 10000
	for archive in $(DEMO)/*/*.zip; do \
	    .ci/prove_judges.py $$archive --key $(DEMO)/trusted.json; break; \
	done
	@# What a case leaves behind: slips, logs, archives and the pages about them.
	@[ -e $(STORY)/sealed.zip ] || $(MAKE) story
	$(JUDGE_PYTHON) -B .ci/judge_story.py $(STORY)

gallery: ## Draw the pages of the demo that README.md shows.
	@.ci/setup judge
	@[ -e $(DEMO)/trusted.json ] || $(MAKE) demo
	for archive in $(DEMO)/*/*.zip; do \
	    case $$(unzip -p $$archive '*/bag-info.txt') in \
	    *hunan-2026*) $(JUDGE_PYTHON) .ci/readme_pictures.py $$archive .images/hunan-2026.jpg 1 2 9 ;; \
	    *hubei-2025*) $(JUDGE_PYTHON) .ci/readme_pictures.py $$archive .images/hubei-2025.jpg 1 5 11 ;; \
	    esac; \
	done
	$(JUDGE_PYTHON) .ci/readme_pictures.py $(DEMO)/hunan-2026/checklist.pdf .images/checklist.jpg 1 2
	@# Every form and sheet to look at, and six forms for README.md.
	$(MAKE) forms
	rm -rf out/gallery && mkdir -p out/gallery
	for pdf in out/forms/*.pdf $(DEMO)/*/checklist.pdf; do \
	    name=$${pdf#out/}; pdftoppm -r 100 -png $$pdf out/gallery/$$(echo $${name%.pdf} | tr / -); \
	done
	$(MAKE) profiles
	for archive in $(DEMO)/*/*.zip out/profiles/*.zip; do \
	    name=$$(basename $$archive .zip); rm -rf out/gallery/pdf; \
	    unzip -qoj $$archive '*/data/*.pdf' -d out/gallery/pdf; \
	    for pdf in out/gallery/pdf/*.pdf; do \
	        pdftoppm -r 100 -png $$pdf out/gallery/$$name-$$(basename $$pdf .pdf); \
	    done; \
	done
	rm -r out/gallery/pdf && ls out/gallery | wc -l
	@# The sheets of a printed dossier, for README.md.
	$(DOSSIER) pack Templates/Samples/hunan-2026 --pdf-only out/profile-print.pdf --force \
	    --profile print --date 2026-02-05 -q
	$(JUDGE_PYTHON) .ci/readme_pictures.py out/profile-print.pdf .images/profile-print.jpg 3 5 9 10
	$(MAKE) story
	qpdf --empty --pages out/story/slip.pdf 1 out/story/changes.pdf 1 -- out/review.pdf
	$(JUDGE_PYTHON) .ci/readme_pictures.py out/review.pdf .images/review.jpg 1 2
	qpdf --empty --pages $$(for form in practice-proof-usual internship-hmt-blank clinical-year-usual \
	    graduate-pledge-usual first-registration-longest materials-cover-usual; do \
	    echo out/forms/$$form.pdf 1; done) -- out/forms.pdf
	$(JUDGE_PYTHON) .ci/readme_pictures.py out/forms.pdf .images/forms.jpg 1 2 3
	$(JUDGE_PYTHON) .ci/readme_pictures.py out/forms.pdf .images/forms-more.jpg 4 5 6

bench: release ## Measure CPU time and memory beside the least possible work and a peer.
	@.ci/setup bench
	.ci/bench.py --dossier $(DOSSIER) $(SAMPLES)
	.ci/bench_growth.py --dossier $(DOSSIER)
	.ci/bench_verify.py --dossier $(DOSSIER) $(SAMPLES)
	.ci/bench_print.py --dossier $(DOSSIER) $(lastword $(SAMPLES))
	swift build $(RELEASE_FLAGS) --product ReviewBenchmark
	.build/release/ReviewBenchmark Templates
	swift build $(RELEASE_FLAGS) --product ImagingBenchmark
	.ci/bench_imaging .build/release/ImagingBenchmark "$(JUDGE_PYTHON)"
	$(JUDGE_PYTHON) .ci/bench_forms.py --dossier $(DOSSIER)
	swift build $(RELEASE_FLAGS) --product RegisterBenchmark
	rm -rf out/register && mkdir -p out
	.build/release/RegisterBenchmark out/register 100000

qr-bench: release ## Measure how many codes are read from worn pages (OPENCV_EVERY=7, since it takes ten seconds each).
	@.ci/setup qr
	@[ -e $(DEMO)/trusted.json ] || $(MAKE) demo
	swift build $(RELEASE_FLAGS) --product QRBenchmark
	@rm -rf out/qr && mkdir -p out/qr
	for sample in $(SAMPLES); do \
	    $(DOSSIER) pack $$sample -o out/qr/ --allow-findings --date $(call DAY_OF,$$sample) -q; \
	done
	$(DOSSIER) form render practice-proof --data Tests/FormFillings/practice-proof/usual.json \
	    -o out/qr/form.pdf --date $(DATE) -q
	$(JUDGE_PYTHON) -B .ci/qr_bench.py --reader .build/release/QRBenchmark \
	    --opencv-every $(or $(OPENCV_EVERY),7) \
	    $(DEMO)/*/*.zip out/qr/*.zip out/qr/form.pdf

fit: setup ## Compare pictures brought under a limit with ImageMagick's (half an hour).
	@.ci/setup bench
	swift build $(RELEASE_FLAGS) --product ImagingBenchmark
	$(JUDGE_PYTHON) .ci/fit.py --benchmark .build/release/ImagingBenchmark

install: release ## Install the command, its templates and completions for shells under PREFIX.
	install -s -D -m 755 $(DOSSIER) $(INSTALLED)/bin/dossier
	rm -rf $(INSTALLED)/share/dossier/Templates
	mkdir -p $(INSTALLED)/share/dossier
	cp -R Templates $(INSTALLED)/share/dossier/Templates
	for shell in bash:bash-completion/completions/dossier zsh:zsh/site-functions/_dossier \
	    fish:fish/vendor_completions.d/dossier.fish; do \
	    mkdir -p $(INSTALLED)/share/$$(dirname $${shell#*:}) && \
	    $(DOSSIER) --generate-completion-script $${shell%%:*} > $(INSTALLED)/share/$${shell#*:}; \
	done

clean: ## Remove everything that was built or packed here.
	rm -rf .build out
