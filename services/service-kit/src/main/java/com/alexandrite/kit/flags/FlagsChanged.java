package com.alexandrite.kit.flags;

import com.alexandrite.flags.FlagDocument;

/** Event of the application: another document is in force. */
public record FlagsChanged(FlagDocument document) {}
