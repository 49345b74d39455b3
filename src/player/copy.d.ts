/** Set by the build: one script for the presenter's copy, one without presenter view for the audience's. */
declare const FOR_PRESENTER: boolean;
