# Reads ctest's LastTest.log files and prints one closing line over all of them. A Catch2 program
# counts its test cases, anything else is one test; a program that ends early is one failure.
/^[0-9]+\/[0-9]+ Testing: / { cases = 0; bad = 0; skips = 0 }
/^All tests passed \(.* in [0-9]+ test cases?\)/ { match($0, / in [0-9]+/); cases = substr($0, RSTART + 4, RLENGTH - 4) + 0 }
/^test cases: / {
  cases = $3 + 0
  for (field = 4; field < NF; ++field) if ($(field + 1) == "failed") bad = $field + 0
}
/^ *skipped: / { ++skips }
/^Test Passed\./ { if (cases == 0) cases = 1; if (skips > cases) skips = cases; passed += cases - skips; skipped += skips }
/^Test (Failed|Timeout)/ || /^(Unable to find executable|Could not find executable)/ {
  if (bad == 0) bad = 1
  failed += bad
  if (cases > bad) passed += cases - bad
}
/^Test (Not Run|Skipped)/ { ++skipped }
END { printf "%d passed, %d failed", passed, failed; if (skipped) printf ", %d skipped", skipped; print "" }
