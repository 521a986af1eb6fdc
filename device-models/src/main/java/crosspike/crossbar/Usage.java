package crosspike.crossbar;

import java.util.List;

/**
 * What an array did and what that took.
 *
 * @param activity what was done
 * @param energy what its cells dissipated
 */
public record Usage(Activity activity, Energy energy) {

    /** That of a session so far. */
    public static Usage of(Session session) {
        return new Usage(session.activity(), session.energy());
    }

    /** That of all sessions, added up in their order. */
    public static Usage of(List<Session> sessions) {
        Activity activity = Activity.NONE;
        Energy energy = Energy.NONE;
        for (Session session : sessions) {
            activity = activity.plus(session.activity());
            energy = energy.plus(session.energy());
        }
        return new Usage(activity, energy);
    }
}
