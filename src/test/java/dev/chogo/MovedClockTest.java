package dev.chogo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;

/**
 * A {@link ChogoTest} in which tests let time pass. An access token ends after fifteen
 * minutes: {@link Author#again()} signs in anew.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ChogoTest
@Import(MovedClock.InPlaceOfTheOther.class)
public @interface MovedClockTest {

}
