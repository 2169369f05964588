package org.tradehall.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something in many threads that all begin at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /**
   * @param deed what the thread of that number does, counted from 0
   * @return what the threads answered, by their numbers
   */
  public static <T> List<T> run(int threads, IntFunction<T> deed) {
    var start = new CyclicBarrier(threads);
    var executor = Executors.newFixedThreadPool(threads);
    try {
      var deeds =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      (Callable<T>)
                          () -> {
                            start.await();
                            return deed.apply(i);
                          })
              .toList();
      var answers = new ArrayList<T>();
      for (var future : executor.invokeAll(deeds)) {
        answers.add(future.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError("A thread failed: " + e.getCause(), e);
    } finally {
      executor.shutdownNow();
    }
  }
}
