#!/bin/sh
# A sweep as an array of Slurm jobs in a folder that all nodes share, and the table when all of them are done:
#
#   PLAN=plan.yaml OUT=runs/mine sbatch --export=ALL --array=1-16 slurm.sh
#   PLAN=plan.yaml OUT=runs/mine sbatch --export=ALL --dependency=singleton --job-name=crosspike-sweep slurm.sh merge
#
# After jobs were killed, submit the same array again: what is finished is kept and takes a moment. To submit some of 16
# alone: SHARDS=16 PLAN=... sbatch --export=ALL --array=3,7 slurm.sh
#SBATCH --job-name=crosspike-sweep
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=24:00:00
set -eu
: "${PLAN:?the plan file}" "${OUT:?the folder of the sweep}"
crosspike=${CROSSPIKE:-crosspike}

if [ "${1:-}" = merge ]; then
    exec "$crosspike" sweep merge "$OUT"
fi
exec "$crosspike" sweep "$PLAN" --out "$OUT" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --shard "$SLURM_ARRAY_TASK_ID/${SHARDS:-$SLURM_ARRAY_TASK_COUNT}"
