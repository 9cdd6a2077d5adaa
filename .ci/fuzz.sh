#!/bin/sh
# Feeds each reader of foreign bytes with broken input for a while, under AddressSanitizer. What it finds is left in .build/fuzz.
set -eu
seconds=${1:-60}
export BELOFTE_FUZZ=1 SWIFT_BACKTRACE=enable=no
scratch=.build/fuzz-build
swift build --scratch-path "$scratch" --product Fuzz --sanitize=fuzzer --sanitize=address -Xswiftc -O

for target in markup warc zip rules; do
    corpus=.build/fuzz/$target
    mkdir -p "$corpus"
    case $target in
        markup) find Tests/Corpus/documents Samples -type f -size -40k \( -name '*.html' -o -name '*.md' -o -name '*.dbk' \) -exec cp {} "$corpus" \; ;;
        warc) find Tests/Corpus/crawls -type f -size -60k \( -name '*.warc*' -o -name '*.jsonl' \) -exec cp {} "$corpus" \; ;;
        zip) find Tests/Corpus -type f \( -name '*.docx' -o -name '*.odt' -o -name '*.wacz' \) -exec cp {} "$corpus" \; ;;
        rules) find Rules/claims -name '*.yaml' -exec cp {} "$corpus" \; ;;
    esac
    echo "fuzz: $target for $seconds seconds"
    BELOFTE_FUZZ_TARGET=$target "$scratch/debug/Fuzz" -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=20 -print_final_stats=1 \
        -artifact_prefix=".build/fuzz/$target-" "$corpus" 2>&1 | tail -n 12
done
