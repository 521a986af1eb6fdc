package crosspike.snn.lif;

/** Neurons whose weights changed, in the order of their first change; all of them at the beginning. */
final class DirtyColumns {
    private final boolean[] isDirty;
    private final int[] list;
    private int count;

    DirtyColumns(int neurons) {
        isDirty = new boolean[neurons];
        list = new int[neurons];
        markAll();
    }

    void mark(int neuron) {
        if (!isDirty[neuron]) {
            isDirty[neuron] = true;
            list[count++] = neuron;
        }
    }

    void markAll() {
        for (int j = 0; j < list.length; j++) {
            mark(j);
        }
    }

    int count() {
        return count;
    }

    int get(int k) {
        return list[k];
    }

    void clear() {
        for (int k = 0; k < count; k++) {
            isDirty[list[k]] = false;
        }
        count = 0;
    }
}
