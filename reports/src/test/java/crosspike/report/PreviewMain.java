package crosspike.report;

import java.nio.file.*;

final class PreviewMain {
    public static void main(String[] a) throws Exception {
        for (String m : new String[] {"single", "pair"}) {
            var run = new SyntheticRun(m, "mnist-subset-" + m).writeTo(Path.of(a[0], m));
            if (m.equals("single")) run.writeVerification(SyntheticRun.verification());
            System.out.println(Report.write(run, Path.of(a[0], m, "report")));
        }
    }
}
