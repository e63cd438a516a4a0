namespace WeddingStudio.Engine.Data;

/// <summary>The rooms that add, change or remove rows of a table; all others only read it. A test holds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WrittenByAttribute(params string[] rooms) : Attribute
{
    public IReadOnlyList<string> Rooms => rooms;
}
