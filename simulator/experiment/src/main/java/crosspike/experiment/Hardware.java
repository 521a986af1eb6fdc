package crosspike.experiment;

/** Whether the user allows instruments to drive real hardware. */
public enum Hardware {
    REFUSED,
    ALLOWED
}
