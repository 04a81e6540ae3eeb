package com.alexandrite.kit.look;

import java.util.List;

/**
 * What an application tells the layout about itself; one bean of each application.
 *
 * @param audience for whom its pages are made
 * @param name message key of its name
 * @param nav links of the main navigation, in order
 * @param demoAccounts people offered on the sign-in page of a demonstration
 */
public record Site(
    Audience audience, String name, List<NavLink> nav, List<DemoAccount> demoAccounts) {

  /** Copies the lists. */
  public Site {
    nav = List.copyOf(nav);
    demoAccounts = List.copyOf(demoAccounts);
  }
}
