#!/bin/sh
# A sweep as an array of LSF jobs in a folder that all hosts share, and the table when all of them are done:
#
#   export PLAN=plan.yaml OUT=runs/mine
#   bsub -J 'crosspike[1-16]' < lsf.sh
#   bsub -w 'ended(crosspike)' "$CROSSPIKE" sweep merge "$OUT"
#
# After jobs were killed, submit the same array again: what is finished is kept and takes a moment. To submit some of 16
# alone: export SHARDS=16, bsub -J 'crosspike[3,7]' < lsf.sh
#BSUB -n 4
#BSUB -R span[hosts=1]
#BSUB -W 24:00
set -eu
: "${PLAN:?the plan file}" "${OUT:?the folder of the sweep}"
crosspike=${CROSSPIKE:-crosspike}

exec "$crosspike" sweep "$PLAN" --out "$OUT" --jobs "${LSB_DJOB_NUMPROC:-1}" --shard "$LSB_JOBINDEX/${SHARDS:-$LSB_JOBINDEX_END}"
