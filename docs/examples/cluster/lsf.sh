#!/bin/sh
# A sweep as an array of LSF jobs in a folder that all hosts share, and the table when all of them are done:
#
#   export PLAN=plan.yaml OUT=runs/mine
#   bsub -J 'crosspike[1-16]' < lsf.sh
#   bsub -w 'ended(crosspike)' "$CROSSPIKE" sweep merge "$OUT"
#
# A job that was killed is simply submitted again: what it has finished is kept.
#BSUB -n 4
#BSUB -R span[hosts=1]
#BSUB -W 24:00
set -eu
: "${PLAN:?the plan file}" "${OUT:?the folder of the sweep}"
crosspike=${CROSSPIKE:-crosspike}

exec "$crosspike" sweep "$PLAN" --out "$OUT" --jobs "${LSB_DJOB_NUMPROC:-1}" --shard "$LSB_JOBINDEX/$LSB_JOBINDEX_END"
