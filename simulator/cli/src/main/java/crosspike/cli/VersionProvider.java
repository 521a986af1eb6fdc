package crosspike.cli;

import crosspike.experiment.Version;
import picocli.CommandLine.IVersionProvider;

/** The text of {@code --version}. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"crosspike " + Version.current()};
    }
}
