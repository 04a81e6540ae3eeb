package com.alexandrite.flags.togglz;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Unit;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.togglz.core.user.FeatureUser;
import org.togglz.core.user.UserProvider;

/** Whoever is signed in; staff may use Togglz's console. */
final class FlagUsers implements UserProvider {
  private final Set<String> staff;
  private final Function<String, EvaluationContext> contexts;

  /**
   * Users of a service.
   *
   * @param staff the roles that may change flags
   * @param contexts for whom flags are asked when somebody of that name is signed in
   */
  FlagUsers(Set<String> staff, Function<String, EvaluationContext> contexts) {
    this.staff = Set.copyOf(staff);
    this.contexts = contexts;
  }

  @Override
  public FeatureUser getCurrentUser() {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    String name = signedIn == null ? "" : signedIn.getName();
    return new FlagUser(name, isStaff(signedIn), contexts.apply(name));
  }

  /** Without anything better a name is the id of every unit. */
  static EvaluationContext named(String name) {
    EvaluationContext context = EvaluationContext.NOBODY;
    for (Unit unit : Unit.values()) {
      context = name.isEmpty() ? context : context.with(unit, name);
    }
    return context;
  }

  private boolean isStaff(@Nullable Authentication signedIn) {
    return signedIn != null
        && signedIn.isAuthenticated()
        && signedIn.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .anyMatch(authority -> authority != null && staff.contains(authority));
  }
}
