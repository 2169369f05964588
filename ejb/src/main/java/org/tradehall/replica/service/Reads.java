package org.tradehall.replica.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The use case only looks, and what was true a moment ago is good enough: it is read from the
 * replica, unless the caller himself has written since. The outermost use case decides; within a
 * command, which reads in order to decide, all is read from the primary. May run twice, if the
 * replica fails on the way.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reads {}
