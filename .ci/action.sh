#!/usr/bin/env bash
# The audit of action.yml: annotations on the lines of the change, the summary of the job, SARIF and the whole result as files.
# What to do comes by the environment, as BELOFTE_*; see action.yml.
set -euo pipefail

inputs=()
while IFS= read -r input; do
    [ -z "$input" ] || inputs+=("$input")
done <<<"$BELOFTE_INPUTS"

options=(--language "$BELOFTE_LANGUAGE" --format github)
if [ -z "$BELOFTE_BASE" ] && [ -n "$BELOFTE_TARGET" ]; then
    # A checkout has the last commit only, and a comparison needs the commit where the branch began.
    git fetch --quiet --no-tags origin "+refs/heads/$BELOFTE_TARGET:refs/remotes/origin/$BELOFTE_TARGET"
    if [ "$(git rev-parse --is-shallow-repository)" = true ]; then git fetch --quiet --no-tags --unshallow origin; fi
    BELOFTE_BASE="refs/remotes/origin/$BELOFTE_TARGET"
fi
if [ -n "$BELOFTE_BASE" ] && [ "$BELOFTE_BASE" != none ]; then options+=("--base=$BELOFTE_BASE"); fi
if [ -n "$BELOFTE_BASELINE" ]; then options+=("--baseline=$BELOFTE_BASELINE"); fi
if [ "$BELOFTE_STRICT" = true ]; then options+=(--strict-baseline); fi
if [ -n "$BELOFTE_BASE_URL" ]; then options+=("--base-url=$BELOFTE_BASE_URL"); fi
# Where the action's own copy lies, each rule has its page.
if [ -z "$BELOFTE_CATALOGUE" ] && [ -n "$BELOFTE_HOME" ]; then BELOFTE_CATALOGUE="$BELOFTE_HOME/docs/rules/"; fi
if [ -n "$BELOFTE_CATALOGUE" ]; then options+=("--catalogue=$BELOFTE_CATALOGUE"); fi
if [ -n "$BELOFTE_FAIL_ON" ]; then options+=("--fail-on=$BELOFTE_FAIL_ON"); fi

sarif="$BELOFTE_OUTPUT/belofte.sarif"
result="$BELOFTE_OUTPUT/belofte.json"
summary="$BELOFTE_OUTPUT/belofte.md"
options+=("--report=sarif=$sarif" "--report=json=$result" "--report=markdown=$summary")
rm -f "$sarif" "$result" "$summary"

status=0
"$BELOFTE_PROGRAM" audit "${options[@]}" -- "${inputs[@]}" || status=$?

# The reports are there with status 0 and 1 alike.
if [ -f "$summary" ]; then cat "$summary" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -f "$sarif" ]; then printf 'sarif=%s\nresult=%s\n' "$sarif" "$result" >>"$GITHUB_OUTPUT"; fi
exit "$status"
