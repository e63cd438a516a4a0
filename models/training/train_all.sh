#!/bin/sh
# Trains the models in turns at the lowest priority, until every plan is done. Stop it at any time; the same command
# goes on. Settings: STUDIO_TRAINING_WORK (folder), ROUNDS="embedder:60 detector:30" (models and minutes per turn; teachers_agree
# labels public photos, so that each turn of the detector knows more of them). The public sets must be laid out (pictures.py).
cd "$(dirname "$0")" || exit 1
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"
python="${PYTHON:-/usr/bin/python3}"
rounds="${ROUNDS:-teachers_agree:10 embedder:60 landmarks:15 expression:8 detector:40}"

# Where Linux groups processes by terminal session, nice alone does not rank below other sessions' work.
echo 19 2>/dev/null > /proc/self/autogroup || true

trap 'kill "$child" 2>/dev/null; wait "$child"; exit 0' TERM INT
work="${STUDIO_TRAINING_WORK:-$PWD/work}"
for seed in 101 102; do
    [ -e "$work/drawn-$seed/truth.json" ] || nice -n 19 dotnet run --project ../../WeddingStudio.Web -c Release -- \
        demo --out "$work/drawn-$seed" --seed "$seed" --people 48 || exit 1
done
[ -e "$work/drawn.zip" ] || nice -n 19 "$python" prepare.py || exit 1
# In the background, so that a signal ends the wait; what a part lacks is gathered again.
nice -n 19 "$python" gather.py &
child=$!
wait "$child" || exit 1
while :; do
    busy=no
    for turn in $rounds; do
        started=$(date +%s)
        nice -n 19 "$python" "${turn%%:*}.py" --minutes "${turn##*:}" &
        child=$!
        wait "$child" || echo "${turn%%:*} ended with an error"
        # A finished plan ends in seconds; when all do, there is nothing left to train.
        [ $(($(date +%s) - started)) -gt 120 ] && busy=yes
    done
    [ "$busy" = yes ] || exit 0
done
