#!/bin/bash
# What a graphics card is worth: tools/gpu-check.sh PHOTOS [PROVIDER] [MODELS]
# Builds with the runtime that knows NVIDIA cards, and analyses PHOTOS on the card and on the CPU, three times each, alternating (33 photos
# of 24 megapixels: 10 s a run on two cores). Stops by itself eight minutes after the build; wants the driver, CUDA 13 and cuDNN 9.
# Where the build cannot be made on the machine with the card, make it elsewhere (the dotnet publish line below), copy the folder there and
# name it: BENCH=FOLDER tools/gpu-check.sh ...
set -euo pipefail
photos=${1:?usage: tools/gpu-check.sh PHOTOS [PROVIDER] [MODELS]}
provider=${2:-CUDA}
root=$(cd "$(dirname "$0")/.." && pwd)
models=${3:-$root/models/studio-1}
bench=${BENCH:-$(mktemp -d)}
[[ -n ${BENCH:-} ]] || trap 'rm -rf "$bench"' EXIT

nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader 2>/dev/null || echo "no card: nvidia-smi does not answer"
if [[ -z ${BENCH:-} ]]; then
    dotnet publish "$root/WeddingStudio.Bench" -c Release -r linux-x64 --self-contained -p:PublishReadyToRun=true -p:Accelerator=cuda -o "$bench"
fi
timeout 460 "$bench/WeddingStudio.Bench" pipeline "$photos" --provider "$provider" --models "$models" --repeats 3
