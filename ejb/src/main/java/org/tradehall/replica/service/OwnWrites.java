package org.tradehall.replica.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.tradehall.replica.model.Position;
import org.tradehall.replica.model.Writes;

/**
 * Up to where each person has written on this node, by whatever way: pages, keys, jobs. So he reads
 * what he wrote. It is forgotten once the replica has it. What he wrote on other nodes he brings
 * along himself: see {@link CallersPosition}.
 */
@ApplicationScoped
public class OwnWrites {

  @Inject CallersPosition caller;

  @Resource(lookup = "java:jboss/datasources/primary")
  DataSource primary;

  private final Map<Long, Mark> marks = new ConcurrentHashMap<>();

  /**
   * What is known of a person.
   *
   * @param open his transactions that have written and not ended
   * @param unsettled whether one ended behind the position
   * @param version changes with each of his transactions
   */
  private record Mark(int open, boolean unsettled, Position position, long version) {

    static final Mark NEW = new Mark(0, false, Position.NONE, 0);

    Mark begin() {
      return new Mark(open + 1, unsettled, position, version + 1);
    }

    Mark end() {
      return new Mark(open - 1, true, position, version + 1);
    }

    Mark settle(Position reached, long asOf) {
      boolean known = open == 0 && version == asOf;
      return new Mark(open, unsettled && !known, position.orLater(reached), version);
    }

    boolean isSettled() {
      return open == 0 && !unsettled;
    }
  }

  /**
   * From where a person has to read.
   *
   * @param known false while it takes the primary to find out
   * @param version to settle it by
   */
  public record Wanted(boolean known, Position position, long version) {}

  /** To be kept with a transaction of a person. */
  Writes of(Long person) {
    return new Writes(
        () -> {
          change(person, Mark::begin);
          caller.write();
        },
        () -> change(person, Mark::end));
  }

  private void change(Long person, UnaryOperator<Mark> change) {
    marks.compute(person, (id, mark) -> change.apply(mark == null ? Mark.NEW : mark));
  }

  Wanted wanted(Long person) {
    var mark = marks.getOrDefault(person, Mark.NEW);
    return new Wanted(mark.isSettled(), mark.position().orLater(caller.brought()), mark.version());
  }

  /** The person has seen the primary at a position that it told after that version was current. */
  void settle(Long person, long version, Position reached) {
    change(person, mark -> mark.settle(reached, version));
  }

  /**
   * Up to where the person has written, to be carried to other nodes. Asks the primary unless that
   * is known; empty if that does not answer.
   */
  public Optional<Position> settled(Long person) {
    var wanted = wanted(person);
    if (wanted.known()) {
      return Optional.of(wanted.position());
    }
    try (var connection = primary.getConnection();
        var ask = connection.prepareStatement("select " + Learning.SQL);
        var row = ask.executeQuery()) {
      row.next();
      settle(person, wanted.version(), Position.told(row.getString(1)));
      return Optional.of(wanted(person).position());
    } catch (SQLException e) {
      // What was done is done, and this node knows that it has to ask.
      return Optional.empty();
    }
  }

  /** Who has written up to where nobody has asked yet, with the version to settle it by. */
  Map<Long, Long> unsettled() {
    var found = new HashMap<Long, Long>();
    marks.forEach(
        (person, mark) -> {
          if (mark.open() == 0 && mark.unsettled()) {
            found.put(person, mark.version());
          }
        });
    return found;
  }

  /** Forgets what the replica has. */
  void forget(Position replayed) {
    marks.values().removeIf(mark -> mark.isSettled() && !replayed.isBehind(mark.position()));
  }
}
