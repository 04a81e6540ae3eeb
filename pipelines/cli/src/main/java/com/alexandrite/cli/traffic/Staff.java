package com.alexandrite.cli.traffic;

import com.alexandrite.cli.traffic.OrdersInWork.Desk;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * What staff do at their site: they look at what there is and take the played customers' orders a
 * step further. They sign in once and come back.
 */
final class Staff implements Crowd.Visitor {
  private static final String ORDER = "/api/orders/";
  private static final String WORK_ORDER = "/api/work-orders/";

  private final Function<Session, Browser> browsers;
  private final String page;
  private final String username;
  private final String password;
  private final Duty duty;
  private final Queue<Session> signedIn = new ConcurrentLinkedQueue<>();

  /** What is done in one visit. */
  @FunctionalInterface
  private interface Duty {
    void fulfil(Browser browser) throws VisitFailed, InterruptedException;
  }

  private Staff(
      Function<Session, Browser> browsers,
      String page,
      String username,
      String password,
      Duty duty) {
    this.browsers = browsers;
    this.page = page;
    this.username = username;
    this.password = password;
    this.duty = duty;
  }

  /**
   * Sellers at the CRM: they approve what was ordered and close what was shipped. They look at the
   * shipped ones: the whole inbox grows with every customer whom nobody serves.
   */
  static Staff sellers(Function<Session, Browser> browsers, String password, OrdersInWork orders) {
    return new Staff(
        browsers,
        "/?state=SHIPPED",
        "vera",
        password,
        browser -> {
          orders.work(Desk.APPROVAL, order -> did(browser, ORDER, order, "approve"));
          orders.work(Desk.CLOSING, order -> did(browser, ORDER, order, "close"));
        });
  }

  /** Operators at the MES: they make, pack and ship. */
  static Staff operators(
      Function<Session, Browser> browsers, String password, OrdersInWork orders) {
    return new Staff(
        browsers,
        "/",
        "oleg",
        password,
        browser ->
            orders.work(
                Desk.WORKSHOP,
                order ->
                    did(browser, WORK_ORDER, order, "take")
                        && did(browser, WORK_ORDER, order, "complete")
                        && did(browser, WORK_ORDER, order, "pack")
                        && did(browser, WORK_ORDER, order, "ship")));
  }

  private static boolean did(Browser browser, String kind, String order, String action)
      throws VisitFailed, InterruptedException {
    return browser.attempts(kind + order + "/" + action, kind + "{id}/" + action);
  }

  @Override
  public void visit() throws InterruptedException {
    Session session = signedIn.poll();
    boolean keep = session != null;
    Session current = session == null ? new Session() : session;
    try {
      Browser browser = browsers.apply(current);
      if (!keep) {
        browser.signIn(username, password);
        keep = true;
      }
      browser.open(page);
      duty.fulfil(browser);
    } catch (VisitFailed failed) {
      // The browser has counted it; somebody else goes on.
      keep &= !failed.signedOut();
    } finally {
      if (keep) {
        signedIn.add(current);
      }
    }
  }
}
