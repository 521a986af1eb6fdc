package crosspike.experiment.data;

import crosspike.input.UserError;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Outline of the object in a photograph of Caltech-101: a MATLAB file with {@code box_coord} (top, bottom, left, right) and
 * {@code obj_contour}, two rows x and y relative to left and top of the box. Pixels are counted from 1.
 *
 * @param xs columns of the corners, from 1
 * @param ys rows of the corners, from 1
 */
record ObjectContour(double[] xs, double[] ys) {

    /**
     * Reads an annotation.
     *
     * @param file for messages
     * @throws UserError if it is no MATLAB file with these two matrices
     */
    static ObjectContour read(byte[] mat, Path file) {
        try {
            MatFile content = Mat5.newReader(Sources.wrap(ByteBuffer.wrap(mat).order(ByteOrder.nativeOrder())))
                    .readMat();
            Matrix box = content.getMatrix("box_coord");
            Matrix contour = content.getMatrix("obj_contour");
            if (box.getNumElements() != 4 || contour.getNumRows() != 2 || contour.getNumCols() < 3) {
                throw new UserError(file + " has box_coord of " + box.getNumElements() + " numbers and obj_contour of "
                        + contour.getNumRows() + " x " + contour.getNumCols()
                        + "; expected 4, and 2 rows with at least 3 corners");
            }
            double[] xs = new double[contour.getNumCols()];
            double[] ys = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = contour.getDouble(0, i) + box.getDouble(2);
                ys[i] = contour.getDouble(1, i) + box.getDouble(0);
            }
            return new ObjectContour(xs, ys);
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // memory as large as a damaged length says
            if (e instanceof UserError known) throw known;
            throw new UserError(
                    file + " is no annotation that can be read: " + e.getMessage()
                            + "; expected a MATLAB 5 file with box_coord and obj_contour",
                    e);
        }
    }

    /** Pixels whose centre is inside, {@code [row][column]}. */
    boolean[][] filled(int width, int height) {
        Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD, xs.length);
        outline.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            outline.lineTo(xs[i], ys[i]);
        }
        outline.closePath();
        boolean[][] inside = new boolean[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inside[y][x] = outline.contains(x + 1, y + 1);
            }
        }
        return inside;
    }
}
