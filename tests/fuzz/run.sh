#!/usr/bin/env bash
# tests/fuzz/run.sh SECONDS [NAME...]: builds the harnesses and runs each for SECONDS, as many at a
# time as there are cores. Inputs that were found and inputs that fail stay in build/fuzz.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."
[[ ${1:-} =~ ^[0-9]+$ ]] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
seconds=$1
shift

source third_party/setup.sh
set_up run lint
build fuzz fuzz
fuzz=build/fuzz
seeds=tests/fuzz/seeds
export NAHRAUM_FUZZ_TOWN=$PWD/$seeds/town.osm
export ASAN_OPTIONS=quarantine_size_mb=8:malloc_context_size=12
export LSAN_OPTIONS=suppressions=$PWD/tests/house/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1 seconds fuzz

names=("$@")
[[ $# -gt 0 ]] || names=(osm_import population service_list catalogue arguments project_file project_values exercise)
for name in "${names[@]}"; do mkdir -p "$fuzz/seeds/$name" "$fuzz/corpus/$name" "$fuzz/failures"; done

"$fuzz/bin/fuzz_seeds" "$seeds/town.osm" "$fuzz/seeds"
mkdir -p "$fuzz"/seeds/{osm_import,population,service_list,catalogue,arguments,exercise}
cp assets/exercises/*.yaml tests/app/exercises/*.yaml "$fuzz/seeds/exercise/"
cp "$seeds/town.osm" "$fuzz/seeds/osm_import/"
gzip -c "$seeds/town.osm" >"$fuzz/seeds/osm_import/town.osm.gz"
cp "$seeds"/grid_*.csv geodata/lindenhof/bevoelkerung.csv "$fuzz/seeds/population/"
head -n 12 geodata/lindenhof/angebote.csv >"$fuzz/seeds/service_list/angebote.csv"
which=0
for file in services profiles people; do
  { printf "%b" "\\x0$which"; head -n 150 "assets/catalogue/$file.yaml"; } >"$fuzz/seeds/catalogue/$file"
  which=$((which + 1))
done
arguments=(10min 1,5km 500m 5min,10min,15min 8.4213,51.8561 8.39,51.84,8.44,51.87 EPSG:25832 1.234,5 A3 2026-11-22)
for i in "${!arguments[@]}"; do printf %s "${arguments[i]}" >"$fuzz/seeds/arguments/$i"; done

run_one() {
  if "$fuzz/bin/fuzz_$1" "$fuzz/corpus/$1" "$fuzz/seeds/$1" -max_total_time="$seconds" -timeout=10 -len_control=0 \
    -rss_limit_mb=3000 -artifact_prefix="$fuzz/failures/$1-" -print_final_stats=1 >"$fuzz/$1.log" 2>&1; then
    echo "$1: nothing found in $(awk '/number_of_executed_units/ { print $2 }' "$fuzz/$1.log") inputs"
  else
    echo "$1: FAILED, see $fuzz/$1.log and $fuzz/failures/"
    return 1
  fi
}
export -f run_one
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'run_one {}'
