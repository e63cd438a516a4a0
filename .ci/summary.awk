# Sums up what `dotnet test` printed: a line for each reason why tests were skipped, then `N passed, N failed`, always the last line.
# -v status=N: dotnet's exit status. -v shared=there: the folder of test files is there, so a test that was skipped for want of a file
# has failed; shared=without: it is not. Exits with 1 when anything failed.

# A test's reason stands in the line after its name.
asked {
  asked = 0
  sub(/^ +/, ""); sub(/\r$/, "")
  if (/ is not on this machine \(set WEDDINGSTUDIO_SHARED to /) {
    $0 = shared == "there" ? "a file of ../shared is missing" : "../shared is missing"
    missing++
  } else if (/explicit test filtering/) {
    $0 = "runs by name only (see .ci/long)"
  }
  if (!($0 in times)) reasons[++kinds] = $0
  times[$0]++
  next
}
/^skipped / { asked = 1 }
/^ *succeeded: / { passed += $2 }
/^ *failed: / { failed += $2 }

END {
  if (shared == "there") failed += missing
  if (status != 0 && failed == 0) failed = 1
  for (i = 1; i <= kinds; i++) printf "%d skipped: %s\n", times[reasons[i]], reasons[i]
  printf "%d passed, %d failed\n", passed, failed
  exit (failed > 0)
}
