package crosspike.crossbar;

import crosspike.device.nonideality.Cells;

/** Cells that are cut off for ever: whatever their state, they show nothing. */
final class DisconnectedCells {
    private final int all;
    private boolean[] isDisconnected; // by cell; null while all cells are connected

    /** @param all cells of the array, all of them connected */
    DisconnectedCells(int all) {
        this.all = all;
    }

    /** Cuts off cells of a line. */
    void add(Cells cells, boolean[] which) {
        if (isDisconnected == null) {
            isDisconnected = new boolean[all];
        }
        for (int i = 0; i < cells.count(); i++) {
            if (which[i]) {
                isDisconnected[cells.cell(i)] = true;
            }
        }
    }

    /** Sets to 0 what cells of a line show that are cut off. */
    void silence(Cells cells, float[] values) {
        if (isDisconnected == null) return;
        for (int i = 0; i < cells.count(); i++) {
            if (isDisconnected[cells.cell(i)]) values[i] = 0f;
        }
    }
}
