#!/usr/bin/env bash
# Draws and analyses the drawn wedding and takes the pictures of the README and of the start page; needs Chromium and a model pack.
# The start page shows the small pictures once they are built in: run it twice when they changed.
set -euo pipefail
cd "$(dirname "$0")/.." && dotnet run --project WeddingStudio.Tests -c Release -- -explicit only -class '*PicturesOfTheStudio'
