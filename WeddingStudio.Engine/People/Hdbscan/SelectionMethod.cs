namespace WeddingStudio.Engine.People.Hdbscan;

/// <summary>How clusters are chosen from the condensed tree.</summary>
public enum SelectionMethod
{
    /// <summary>Excess of mass: a parent wins over its children unless they are more stable together (Campello et al. 2015).</summary>
    Eom,

    /// <summary>Every leaf of the cluster tree: many small, even clusters.</summary>
    Leaf,
}
