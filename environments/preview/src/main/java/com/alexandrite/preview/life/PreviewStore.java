package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.util.List;

/** Where records of previews survive a restart. */
public interface PreviewStore {

  /** All records. */
  List<Preview> all();

  /** Writes a record; the earlier one of that name is replaced. */
  void save(Preview preview);

  /** Erases a record. */
  void erase(PreviewName name);
}
