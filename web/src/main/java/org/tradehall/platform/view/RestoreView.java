package org.tradehall.platform.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tradehall.backup.model.Restore;
import org.tradehall.backup.model.RestoreState;
import org.tradehall.platform.service.PlatformRestoreService;
import org.tradehall.platform.view.BackupView.Step;

/** One restore: how it went, and its undoing. Also the form that asks for one. */
@Named
@RequestScoped
public class RestoreView {

  private static final List<String> STEPS = List.of("begin", "side", "verify", "switch");

  @EJB PlatformRestoreService service;

  private Long id;
  private String word;
  private String password;
  private Restore restore;

  public String start(long backupId) {
    service.start(backupId, word, password);
    return "/platform/restores?faces-redirect=true";
  }

  public String undo() {
    service.undo(id, word, password);
    return "/platform/restores?faces-redirect=true";
  }

  public List<Restore> getList() {
    return service.list();
  }

  public Restore getRestore() {
    if (restore == null) {
      restore = service.find(id);
    }
    return restore;
  }

  public List<String> getLines() {
    return service.lines(id);
  }

  public List<Step> getSteps() {
    return STEPS.stream().map(name -> new Step(name, getRestore().durations().get(name))).toList();
  }

  /** Of the steps, how many are done, in percent. */
  public int getPercent() {
    return getRestore().state() == RestoreState.DONE
        ? 100
        : 100 * getRestore().durations().size() / STEPS.size();
  }

  public String getWanted() {
    return PlatformRestoreService.WORD;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getWord() {
    return word;
  }

  public void setWord(String word) {
    this.word = word;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
