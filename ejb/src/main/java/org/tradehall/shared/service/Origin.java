package org.tradehall.shared.service;

import jakarta.enterprise.context.RequestScoped;
import org.tradehall.shared.model.Channel;

/** From where the running request comes. What no request carries is a job's. */
@RequestScoped
public class Origin {

  private static final int LONGEST_PLACE = 200;

  private Channel channel = Channel.JOB;
  private String place;
  private String address;
  private String request;

  /**
   * @param path the page or resource, without its parameters
   * @param callerAddress network address
   * @param requestId stands in the server's log lines as well
   */
  public void arrive(Channel by, String path, String callerAddress, String requestId) {
    this.channel = by;
    this.place = path.length() > LONGEST_PLACE ? path.substring(0, LONGEST_PLACE) : path;
    this.address = callerAddress;
    this.request = requestId;
  }

  public Channel getChannel() {
    return channel;
  }

  /** Null in a job. */
  public String getPlace() {
    return place;
  }

  /** Null in a job. */
  public String getAddress() {
    return address;
  }

  /** Null in a job. */
  public String getRequest() {
    return request;
  }
}
