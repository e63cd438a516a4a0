#!/bin/sh
# Trains the models in turns at the lowest priority, until every plan is done. Stop it at any time; the same command
# goes on. Minutes per turn: ROUNDS="embedder:60 detector:30 ..." ./train_all.sh --work DIR
cd "$(dirname "$0")" || exit 1
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
python="${PYTHON:-/usr/bin/python3}"
rounds="${ROUNDS:-embedder:60 landmarks:15 expression:10 detector:30}"

trap 'kill "$child" 2>/dev/null; wait "$child"; exit 0' TERM INT
while :; do
    busy=no
    for turn in $rounds; do
        started=$(date +%s)
        nice -n 19 "$python" "${turn%%:*}.py" --minutes "${turn##*:}" "$@" &
        child=$!
        wait "$child" || echo "${turn%%:*} ended with an error"
        # A finished plan ends in seconds; when all do, there is nothing left to train.
        [ $(($(date +%s) - started)) -gt 120 ] && busy=yes
    done
    [ "$busy" = yes ] || exit 0
done
