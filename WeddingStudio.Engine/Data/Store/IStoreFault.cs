namespace WeddingStudio.Engine.Data.Store;

public enum StoreFaultKind
{
    DiskFull,
    HeldByAnother,
    NotWritable,
    DiskTrouble,
    Broken,

    /// <summary>What the studio asked of the database is wrong, not what is around it.</summary>
    Other,
}

/// <summary>An error of the database, whichever it is.</summary>
public interface IStoreFault
{
    StoreFaultKind Kind { get; }

    /// <summary>In the database's own words.</summary>
    string Said { get; }

    /// <summary>What it means and what to do.</summary>
    /// <param name="database">Its path where it is known.</param>
    Message Told(string database = "studio.db");
}
